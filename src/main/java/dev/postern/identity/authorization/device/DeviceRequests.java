package dev.postern.identity.authorization.device;

import dev.postern.data.database.Client;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.identity.authorization.request.AuthorizationChecks;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.code.DeviceCodes;
import dev.postern.identity.code.DeviceCodes.Issued;
import dev.postern.identity.token.grant.GrantType;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;

/** What a device asks for, checked and kept until the person has answered: RFC 8628 section 3.1. */
@Service
class DeviceRequests {

    private final AuthorizationChecks checks;
    private final DeviceCodes codes;
    private final Events events;

    @Inject
    DeviceRequests(AuthorizationChecks checks, DeviceCodes codes, Events events) {
        this.checks = checks;
        this.codes = codes;
        this.events = events;
    }

    /** Should the event not be durable, the codes stay unknown to everybody. @throws OAuthRefused */
    Issued begin(Client client, RequestParameters parameters) {
        if (!client.mayUse(GrantType.DEVICE_CODE.wire())) {
            throw new OAuthRefused(OAuthErrorCode.UNAUTHORIZED_CLIENT, "the client may not use this grant type");
        }
        Scope scope = checks.ofDevice(AuthorizationRequest.parse(parameters), client);
        Issued issued = codes.issue(client.id(), scope, parameters.all("resource"));
        events.publish(new Event.DeviceCodeIssued(client.id(), scope.wire()));
        return issued;
    }
}
