package dev.postern.identity.administration.report;

import dev.postern.data.reporting.SignInMetric;
import dev.postern.data.reporting.SignInTotal;
import dev.postern.identity.administration.download.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counted sign-ins as objects and as cells of a table. */
public final class SignInView {

    /** As they are in files. */
    public static final Columns<SignInMetric> COLUMNS = new Columns<>(
            List.of("hour", "client_id", "outcome", "method", "sign_ins"), SignInView::cells, SignInView::of);

    private SignInView() {}

    public static Map<String, Object> of(SignInMetric metric) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("hour", metric.hour().toString());
        view.put("client_id", metric.clientId());
        view.put("outcome", metric.outcome());
        view.put("method", metric.method());
        view.put("sign_ins", metric.signIns());
        return view;
    }

    public static Map<String, Object> of(SignInTotal total) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", total.key());
        view.put("succeeded", total.succeeded());
        view.put("failed", total.failed());
        return view;
    }

    private static List<String> cells(SignInMetric metric) {
        return List.of(
                metric.hour().toString(),
                metric.clientId(),
                metric.outcome(),
                metric.method(),
                Long.toString(metric.signIns()));
    }
}
