package dev.postern.identity.console.audit;

import dev.postern.identity.administration.audit.AuditReading;
import dev.postern.identity.administration.download.FileFormat;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.console.frame.Attachment;
import dev.postern.identity.console.frame.Frame;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The audit events of a search as a file, streamed. */
@WebServlet("/console/audit-export")
public class AuditFile extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AuditReading audit;

    @Inject
    transient UserAdministration users;

    @Inject
    transient Frame frame;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditQuery query = AuditQuery.of(frame::parameter);
        FileFormat format = FileFormat.named(frame.parameter("format"));
        Attachment.send(
                audit.download(frame.by(), query.filter(subject -> users.subjectOf(frame.by(), subject)), format),
                response);
    }
}
