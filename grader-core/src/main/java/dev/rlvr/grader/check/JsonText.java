package dev.rlvr.grader.check;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Opens strict JSON text: RFC 8259 in UTF-8, no byte order mark, no extensions, bounded depth. */
final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10_000)
                    .maxNumberLength(100_000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // Names come from the candidate: a table that outlives the document would be its to fill.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .build();

    private JsonText() {}

    static JsonParser open(byte[] bytes) {
        // Through a strict decoder: handed bytes, the parser would guess between UTF-8, -16 and -32 by itself.
        var utf8 = StandardCharsets.UTF_8.newDecoder();
        return FACTORY.createParser(
                ObjectReadContext.empty(), new InputStreamReader(new ByteArrayInputStream(bytes), utf8));
    }
}
