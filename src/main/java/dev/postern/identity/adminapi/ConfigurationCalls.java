package dev.postern.identity.adminapi;

import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.file.Export;
import dev.postern.identity.administration.file.FileAdministration;
import dev.postern.identity.administration.file.PlanText;
import dev.postern.identity.rule.Rule;
import dev.postern.identity.setup.Difference;
import dev.postern.identity.setup.FileText;
import dev.postern.identity.setup.Plan;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Configuration files over HTTP. */
@Service
class ConfigurationCalls {

    /** Says how many objects differ, for programs that read nothing else. */
    private static final String CHANGES = "Postern-Changes";

    private static final Pattern FILE_NAME = Pattern.compile("(?!\\.)[A-Za-z0-9._ -]{1,200}\\.(?i:ya?ml|json)");

    private final FileAdministration files;
    private final Export export;
    private final UploadedFiles uploads;

    @Inject
    ConfigurationCalls(FileAdministration files, Export export, UploadedFiles uploads) {
        this.files = files;
        this.export = export;
        this.uploads = uploads;
    }

    Answer run(ConfigurationOperation operation, Call call) {
        boolean prunes = call.flag("prune").orElse(false);
        return switch (operation) {
            case PLAN_CONFIGURATION -> uploaded(call, file -> files.plan(call.by(), file, prunes));
            case APPLY_CONFIGURATION -> uploaded(call, file -> files.apply(call.by(), file, prunes));
            case EXPORT_CONFIGURATION ->
                Answer.streamed("application/yaml", out -> export.write(call.by(), call.text("owner"), out));
        };
    }

    private Answer uploaded(Call call, Function<FileText, Plan> work) {
        String name = call.text("file");
        if (!FILE_NAME.matcher(name).matches()) {
            throw AdministrationRefused.invalid("file", Rule.FILE_NAME);
        }
        Plan plan = uploads.with(call.request(), (Path path) -> work.apply(FileText.of(name, path)));
        String changes = Integer.toString(plan.differences().size());
        String accept = call.request().getHeader("Accept");
        return accept != null && accept.startsWith("text/plain")
                ? Answer.streamed(
                                "text/plain;charset=UTF-8",
                                out -> out.write(PlanText.of(plan).getBytes(StandardCharsets.UTF_8)))
                        .with(CHANGES, changes)
                : Answer.of(200, json(plan)).with(CHANGES, changes);
    }

    private static Map<String, Object> json(Plan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("owner", plan.owner());
        json.put(
                "differences",
                plan.differences().stream().map(ConfigurationCalls::json).toList());
        return json;
    }

    private static Map<String, Object> json(Difference difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", difference.kind());
        json.put("id", difference.id());
        json.put("action", difference.action().wire());
        boolean isChange = difference.action() == Difference.Action.CHANGED;
        if (isChange) {
            json.put("before", difference.before());
        }
        if (isChange || !difference.after().isEmpty()) {
            json.put("after", difference.after());
        }
        return json;
    }
}
