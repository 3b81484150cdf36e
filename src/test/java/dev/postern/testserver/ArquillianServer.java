package dev.postern.testserver;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * The server that Arquillian deploys to: the product under test with another WAR in the place of ours, so that the launcher or the
 * shipped script makes datasource and queues as it always does.
 */
public final class ArquillianServer implements DeployableContainer<ArquillianServer.Settings> {

    private TestServer server;

    /** How Arquillian finds it. */
    public static final class Extension implements LoadableExtension {
        @Override
        public void register(ExtensionBuilder builder) {
            builder.service(DeployableContainer.class, ArquillianServer.class);
        }
    }

    /** There is nothing to set. */
    public static final class Settings implements ContainerConfiguration {
        @Override
        public void validate() {}
    }

    @Override
    public Class<Settings> getConfigurationClass() {
        return Settings.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> war) {
        server = TestServer.fresh(Product.underTest().serving(file(war)), Mode.EMBEDDED, Map.of());
        HTTPContext context = new HTTPContext("localhost", server.port());
        context.add(new Servlet("ArquillianServletRunnerEE9", "/"));
        return new ProtocolMetaData().addContext(context);
    }

    @Override
    public void undeploy(Archive<?> war) {
        server.close();
    }

    private static Path file(Archive<?> war) {
        File file = new File("target/testserver/arquillian.war").getAbsoluteFile();
        file.getParentFile().mkdirs();
        war.as(ZipExporter.class).exportTo(file, true);
        return file.toPath();
    }
}
