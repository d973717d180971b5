package dev.rlvr.grader.extract.code;

import java.util.List;
import java.util.Set;

/** For languages that nothing is known about: every word of the code might be a definition, and raw text is not code. */
public final class AnyShape implements CodeShape {

    @Override
    public boolean looksLikeCode(String text) {
        return text.indexOf('(') >= 0;
    }

    @Override
    public boolean isAllCode(String text) {
        return false;
    }

    @Override
    public String clean(String code) {
        return code;
    }

    @Override
    public List<String> pieces(String text) {
        return List.of();
    }

    @Override
    public Names names(String code, Set<String> asked) {
        return new Words(WordSearch.found(code, asked));
    }

    private record Words(Set<String> defined) implements Names {

        @Override
        public Set<String> offered() {
            return Set.of();
        }

        @Override
        public Set<String> lacking(Set<String> names) {
            return Set.of();
        }

        @Override
        public boolean reads() {
            return true;
        }

        @Override
        public boolean writes() {
            return true;
        }
    }
}
