/**
 * What stands around every screen of the administrators' console. How to write one (the example is {@code console/scopes.xhtml} with
 * {@code identity.console.catalog.ScopeList}):
 *
 * <ol>
 *   <li><b>View</b>: {@code src/main/webapp/console/<area>.xhtml}, address {@code /console/<area>}; more pages of an area begin with its name without
 *       the plural's s ({@code client.xhtml}, {@code client-new.xhtml}), so that the navigation marks the area. The navigation shows an area of
 *       {@link dev.postern.identity.console.frame.Place} as soon as its view is there. Fill the template's {@code title}, {@code content}, and if
 *       need be {@code open} and {@code actions}; say {@code <ui:param name="words" value="#{frame.in('console-<area>')}"/>}: words are in
 *       {@code messages/console-<area>_{en,es}.properties}, and {@code ?notice=x} shows the text {@code notice.x} of them.
 *   <li><b>Bean</b>: {@code @Named @RequestScoped} in {@code identity.console.<area>}. It loads in {@code open()} (a {@code preRenderView} listener; what it
 *       throws becomes the 404, 403 or 503 page) and asks the model with {@code frame.by()}. What it must remember is in the URL:
 *       {@code frame.parameter("id")}. Views are stateless, so the bean is made anew at each postback.
 *   <li><b>Links</b> are plain: {@code #{frame.root}/console/client?id=…}, values through {@code UrlEncoded}.
 *   <li><b>Forms</b>: {@code <h:form prependId="false"><con:secured/> … <p:commandButton ajax="false" action="#{bean.save}"/></h:form>}; without
 *       {@code con:secured} the guard refuses the POST. Fields are {@code con:text}, {@code con:lines}, {@code con:choice}, {@code con:check} (attributes
 *       {@code id label help pointer value}, {@code optional="true"}, {@code readonly="true"}, {@code type}, {@code most}), or your own input in
 *       {@code con:field}: a violation at the JSON pointer, or below it, is told at the field. The form's URL must hold the id; put the revision that was
 *       read into an {@code h:inputHidden}.
 *   <li><b>Actions</b> are {@code void save() { outcome.of(() -> { model.replace(frame.by(), …); return "/console/clients?notice=saved"; }); }}: success
 *       answers 303 to that page; broken rules, conflicts and the like stay on the page with what was typed; a stale sign-in, which the
 *       model refuses, leads through a fresh one, and the form waits for it ({@link dev.postern.identity.console.frame.HeldForm}). The page of what always
 *       changes secrets, keys or roles calls {@code frame.requireFreshSignIn()} when it opens, so that nobody is interrupted. {@code con:conflict} with
 *       {@code mine} (a map of what was sent) and {@code reload} (a link) shows both versions.
 *   <li><b>Secrets shown once</b>: don't use {@code outcome.of}'s redirect; keep the secret in the bean and render it in the answer to the POST.
 *   <li>{@code con:confirm title what breaks back} with {@code <ui:define name="action">}: a page that says what breaks. {@code con:pager first next},
 *       {@code con:filter} around the form that searches a list (folded on a phone),
 *       {@code con:empty text}, {@code con:badge tone text} (ok, warn, bad or nothing). Offer what changes something only {@code if frame.changes('CLIENTS')}.
 *   <li>{@code p:} components where they earn their weight ({@code p:chart}, {@code p:inputText} …); no {@code style} attributes, no {@code escape="false"}, no
 *       inline event handlers of your own, scripts only with {@code nonce="#{frame.nonce}"}.
 * </ol>
 */
@NullMarked
package dev.postern.identity.console.frame;

import org.jspecify.annotations.NullMarked;
