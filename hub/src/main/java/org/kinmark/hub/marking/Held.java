package org.kinmark.hub.marking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kinmark.exchange.Judgement;
import org.kinmark.hub.sealing.Draft;
import org.kinmark.hub.sealing.Seal;

/// A list that is open to a unit, with what is held of it.
///
/// @param own families on it to which whoever holds it has a relation, and which are not there for them
/// @param overtaken families of which nothing counts that was judged on the list as it was asked for:
///     somebody of them objected since. None where it was asked for by the reference that it has
record Held(MyList list, Seal seal, Draft draft, Set<UUID> own, Set<UUID> overtaken) {

    /// What is held about a family; empty where the list has none, for whoever holds it.
    Optional<Judgement> of(UUID family) {
        return own.contains(family) ? Optional.empty() : draft.of(family);
    }

    /// The same for the same content of the same list; tells nothing to whoever has not the round's key.
    String receipt() {
        var of = list.ref().toString().getBytes(StandardCharsets.US_ASCII);
        var content = draft.content();
        return HexFormat.of()
                .formatHex(seal.digest(ByteBuffer.allocate(of.length + content.length)
                        .put(of)
                        .put(content)
                        .array()));
    }

    /// It was done.
    Outcome done() {
        return new Outcome.Done(list, receipt());
    }
}
