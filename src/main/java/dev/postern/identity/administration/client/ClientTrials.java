package dev.postern.identity.administration.client;

import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.clientkeys.KeySetTrial;
import dev.postern.identity.clientkeys.TriedKeySet;
import dev.postern.identity.registration.RedirectTrial;
import dev.postern.identity.registration.UriRules;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** Answers what the server would do with a redirect URI or with a key set. Nothing is changed. */
@Service
public class ClientTrials {

    private static final int LONGEST_KEY_SET = 65_536;

    private final ClientAdministration clients;
    private final KeySetTrial keySets;

    @Inject
    public ClientTrials(ClientAdministration clients, KeySetTrial keySets) {
        this.clients = clients;
        this.keySets = keySets;
    }

    /** Whether the client could be answered at this URI. */
    public RedirectTrial redirect(Administrator by, String clientId, String uri) {
        return RedirectTrial.of(clients.find(by, clientId).client(), uri);
    }

    /** Which keys are at a jwks_uri. Who may only look must not make the server call others. */
    public TriedKeySet fetch(Administrator by, String jwksUri) {
        Guard.mayWrite(by, Area.CLIENTS);
        UriRules.refusePage(jwksUri).ifPresent(breach -> {
            throw AdministrationRefused.invalid("jwks_uri", breach);
        });
        return keySets.fetch(jwksUri);
    }

    /** Which keys are in a key set. */
    public TriedKeySet read(Administrator by, String jwks) {
        Guard.mayWrite(by, Area.CLIENTS);
        if (jwks.length() > LONGEST_KEY_SET) {
            throw AdministrationRefused.invalid("jwks", Rule.TOO_LONG, LONGEST_KEY_SET);
        }
        return KeySetTrial.read(jwks);
    }
}
