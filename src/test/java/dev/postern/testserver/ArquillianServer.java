package dev.postern.testserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 * The server that Arquillian deploys to: {@code postern.jar} with another WAR in the place of ours, so that the launcher makes
 * datasource and queues as it always does.
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
        server = TestServer.fresh(programWith(war), Mode.EMBEDDED, Map.of());
        HTTPContext context = new HTTPContext("localhost", server.port());
        context.add(new Servlet("ArquillianServletRunnerEE9", "/"));
        return new ProtocolMetaData().addContext(context);
    }

    @Override
    public void undeploy(Archive<?> war) {
        server.close();
    }

    private static Path programWith(Archive<?> war) {
        try {
            Path program = Files.createDirectories(Path.of("target", "testserver"))
                    .toAbsolutePath()
                    .resolve("arquillian.jar");
            Files.copy(TestServer.jar(), program, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem content = FileSystems.newFileSystem(program);
                    InputStream bytes = war.as(ZipExporter.class).exportAsInputStream()) {
                Files.copy(bytes, content.getPath("POSTERN-INF", "postern.war"), StandardCopyOption.REPLACE_EXISTING);
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
