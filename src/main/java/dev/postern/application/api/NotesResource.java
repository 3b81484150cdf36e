package dev.postern.application.api;

import dev.postern.data.database.Note;
import dev.postern.data.database.Notes;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller's notes in the database (H26). */
@RequestScoped
@Path("v1/notes")
@Produces("application/json")
public class NotesResource {

    @Inject
    @Caller
    JsonWebToken caller;

    @Inject
    Notes notes;

    @Inject
    Settings settings;

    @Inject
    RandomValues random;

    @Inject
    Clock clock;

    @Inject
    HopTrace hops;

    @GET
    @NeedsScope("notes.read")
    public Response list() {
        List<Note> mine = notes.of(caller.getName(), settings.get(ApiSettings.NOTES_PER_USER));
        passed(Remark.NOTES_READ, mine.size());
        return Answers.json(
                        200,
                        Map.of("notes", mine.stream().map(NotesResource::body).toList()))
                .build();
    }

    @GET
    @Path("{id}")
    @NeedsScope("notes.read")
    public Response one(@PathParam("id") String id) {
        Note note = notes.find(caller.getName(), id).orElseThrow(ApiRefused::notFound);
        passed(Remark.NOTES_READ, 1);
        return Answers.json(200, body(note)).build();
    }

    @POST
    @Consumes("application/json")
    @NeedsScope("notes.write")
    public Response add(InputStream body) throws IOException {
        NewNote wanted = NewNote.read(body, settings.get(ApiSettings.NOTE_LENGTH));
        Note note = new Note(
                "note_" + random.identifier(),
                caller.getName(),
                wanted.text(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        int most = settings.get(ApiSettings.NOTES_PER_USER);
        if (!notes.add(note, most)) {
            throw ApiRefused.full(most);
        }
        passed(Remark.NOTES_WRITTEN, 1);
        return Answers.json(201, body(note)).build();
    }

    @DELETE
    @Path("{id}")
    @NeedsScope("notes.write")
    public Response delete(@PathParam("id") String id) {
        if (!notes.delete(caller.getName(), id)) {
            throw ApiRefused.notFound();
        }
        passed(Remark.NOTES_DELETED, 1);
        return Response.noContent().build();
    }

    private void passed(Remark remark, int notes) {
        hops.passed(CurrentRequest.get().traceId(), Hop.H26, remark, notes);
    }

    private static Map<String, Object> body(Note note) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", note.id());
        members.put("text", note.text());
        members.put("created_at", note.createdAt());
        return members;
    }
}
