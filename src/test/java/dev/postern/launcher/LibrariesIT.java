package dev.postern.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** No server needs to search the WAR's libraries, and Payara is told not to: by {@code payara-web.xml}, and by {@link Exploded}. */
class LibrariesIT {

    private static final String ANY = "Ljakarta/";

    /** Annotations by which a server finds what an application consists of, as class files write them. */
    private static final Pattern DECLARES = Pattern.compile(
            "L(jakarta/(annotation/ManagedBean|decorator/Decorator|ejb/\\w+"
                    + "|enterprise/(context|event)/\\w+"
                    + "|faces/(component/FacesComponent|component/behavior/FacesBehavior|convert/FacesConverter|event/NamedEvent"
                    + "|render/FacesRenderer|render/FacesBehaviorRenderer|validator/FacesValidator)"
                    + "|inject/\\w+|interceptor/Interceptor|persistence/(Converter|Embeddable|Entity|MappedSuperclass)"
                    + "|servlet/annotation/\\w+|websocket/server/ServerEndpoint|ws/rs/(ApplicationPath|Path|ext/Provider)));");

    @Test
    void declare_nothing_by_annotations() throws IOException {
        List<String> declared = new ArrayList<>();
        int read = 0;
        try (ZipFile war = new ZipFile("target/postern.war")) {
            for (ZipEntry library : entries(war, "WEB-INF/lib/", ".jar")) {
                read++;
                declaredIn(war.getInputStream(library)).forEach(name -> declared.add(library.getName() + ": " + name));
            }
        }

        assertThat(read).isGreaterThan(20);
        assertThat(declared).isEmpty();
    }

    @Test
    void what_our_own_classes_declare_is_found() throws IOException {
        try (ZipFile war = new ZipFile("target/postern.war")) {
            assertThat(entries(war, "WEB-INF/classes/", ".class"))
                    .extracting(entry -> declares(war.getInputStream(entry).readAllBytes()))
                    .contains(true, false);
        }
    }

    private static List<? extends ZipEntry> entries(ZipFile archive, String folder, String ending) {
        try (Stream<? extends ZipEntry> entries = archive.stream()) {
            return entries.filter(entry -> entry.getName().startsWith(folder)
                            && entry.getName().endsWith(ending))
                    .toList();
        }
    }

    /** The classes that have one of the annotations, or at least its name. */
    private static List<String> declaredIn(InputStream library) throws IOException {
        List<String> found = new ArrayList<>();
        try (ZipInputStream content = new ZipInputStream(library)) {
            for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                if (entry.getName().endsWith(".class") && declares(content.readAllBytes())) {
                    found.add(entry.getName());
                }
            }
        }
        return found;
    }

    private static boolean declares(byte[] type) {
        String constants = new String(type, StandardCharsets.ISO_8859_1);
        return constants.contains(ANY) && DECLARES.matcher(constants).find();
    }
}
