package dev.postern.benchmark.measure;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What the server's JVM says about itself, through its local management agent. */
public final class ServerJvm implements Closeable {

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private ServerJvm(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    public static ServerJvm of(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                String address = machine.startLocalManagementAgent();
                return new ServerJvm(JMXConnectorFactory.connect(new JMXServiceURL(address)));
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException e) {
            throw new IllegalStateException("the server's JVM does not answer", e);
        }
    }

    /** Bytes that its threads have allocated: of all threads from Java 21 on, of those that live before. */
    public double allocatedBytes() {
        try {
            ObjectName threading = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
            try {
                return ((Number) beans.getAttribute(threading, "TotalThreadAllocatedBytes")).doubleValue();
            } catch (javax.management.AttributeNotFoundException beforeJava21) {
                long[] ids = (long[]) beans.getAttribute(threading, "AllThreadIds");
                long[] bytes = (long[]) beans.invoke(
                        threading, "getThreadAllocatedBytes", new Object[] {ids}, new String[] {long[].class.getName()
                        });
                return Arrays.stream(bytes).filter(value -> value > 0).sum();
            }
        } catch (JMException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Time in garbage collections so far. */
    public double collectionSeconds() {
        try {
            return ManagementFactory.getPlatformMXBeans(beans, GarbageCollectorMXBean.class).stream()
                            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                            .sum()
                    / 1e3;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
