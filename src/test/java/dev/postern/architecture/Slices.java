package dev.postern.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The packages directly below one, each with all below it; what stands in the package itself belongs to none. */
final class Slices {

    private final String prefix;

    private Slices(String prefix) {
        this.prefix = prefix;
    }

    static Slices below(String packageName) {
        return new Slices(packageName + ".");
    }

    ArchCondition<JavaClass> notDependOnEachOther() {
        return new OfAll("not depend on each other") {
            @Override
            void judge(Map<String, Map<String, Dependency>> uses, Consumer<String> violation) {
                uses.values().forEach(used -> used.values().forEach(one -> violation.accept(one.getDescription())));
            }
        };
    }

    ArchCondition<JavaClass> beFreeOfCycles() {
        return new OfAll("be free of cycles") {
            @Override
            void judge(Map<String, Map<String, Dependency>> uses, Consumer<String> violation) {
                withoutLeaves(uses)
                        .forEach((slice, used) -> violation.accept(slice + " is in or between cycles: "
                                + used.values().stream()
                                        .map(Dependency::getDescription)
                                        .toList()));
            }
        };
    }

    /** What is left when whoever uses nobody is taken away, again and again, is in a cycle or leads to one. */
    private static Map<String, Map<String, Dependency>> withoutLeaves(Map<String, Map<String, Dependency>> uses) {
        boolean shrinking = true;
        while (shrinking) {
            shrinking = uses.values().removeIf(Map::isEmpty);
            for (Map<String, Dependency> used : uses.values()) {
                shrinking |= used.keySet().retainAll(uses.keySet());
            }
        }
        return uses;
    }

    private Optional<String> of(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName() + ".";
        return name.startsWith(prefix) && name.length() > prefix.length()
                ? Optional.of(name.substring(prefix.length(), name.indexOf('.', prefix.length())))
                : Optional.empty();
    }

    /** Judges all classes together. */
    private abstract class OfAll extends ArchCondition<JavaClass> {

        /** By slice the slices that it uses, each with one dependency to show. */
        private final Map<String, Map<String, Dependency>> uses = new TreeMap<>();

        OfAll(String description) {
            super(description + " (packages below " + prefix + ")");
        }

        abstract void judge(Map<String, Map<String, Dependency>> uses, Consumer<String> violation);

        @Override
        public void init(Collection<JavaClass> all) {
            uses.clear();
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            of(type).ifPresent(from -> type.getDirectDependenciesFromSelf()
                    .forEach(dependency -> of(dependency.getTargetClass())
                            .filter(to -> !to.equals(from))
                            .ifPresent(to -> uses.computeIfAbsent(from, slice -> new TreeMap<>())
                                    .put(to, dependency))));
        }

        @Override
        public void finish(ConditionEvents events) {
            judge(uses, violation -> events.add(SimpleConditionEvent.violated(uses, violation)));
        }
    }
}
