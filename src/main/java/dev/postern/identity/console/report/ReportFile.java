package dev.postern.identity.console.report;

import dev.postern.identity.administration.download.FileFormat;
import dev.postern.identity.administration.report.SignInReports;
import dev.postern.identity.console.frame.Attachment;
import dev.postern.identity.console.frame.Frame;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** The rows behind a report as a file, streamed. */
@WebServlet("/console/report-export")
public class ReportFile extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInReports reports;

    @Inject
    transient Frame frame;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReportQuery query = ReportQuery.of(frame::parameter);
        FileFormat format = FileFormat.named(frame.parameter("format"));
        Attachment.send(reports.download(frame.by(), query.filter(clock.instant()), format), response);
    }
}
