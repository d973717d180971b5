package dev.rlvr.grader.extract;

import dev.rlvr.grader.extract.Extraction.Found;
import dev.rlvr.grader.extract.Extraction.NotFound;
import dev.rlvr.grader.extract.text.AnswerRegion;
import dev.rlvr.grader.extract.text.CompletionText;
import dev.rlvr.grader.extract.text.Reasoning;
import dev.rlvr.grader.model.FenceChoice;
import dev.rlvr.grader.model.FencedAs;
import dev.rlvr.grader.model.Submission;
import dev.rlvr.grader.model.Suite;
import java.util.Optional;

/** Finds the program in a completion. Thread-safe; takes time linear in the length of the completion, whatever it holds. */
public final class CodeExtractor {

    /** In characters. Nothing that a model writes comes near. */
    public static final int LONGEST = 16 << 20;

    private final FenceChoice fence;

    public CodeExtractor() {
        this(FenceChoice.LAST);
    }

    public CodeExtractor(FenceChoice fence) {
        this.fence = fence;
    }

    public Extraction extract(String completion, Suite suite) {
        return extract(completion, suite, FencedAs.named(suite.language()));
    }

    public Extraction extract(String completion, Suite suite, FencedAs fenced) {
        if (completion.length() > LONGEST) {
            return new NotFound("too long: " + completion.length() + " characters of at most " + LONGEST);
        }
        var reasoning = Reasoning.strip(CompletionText.normalise(completion));
        var target = Target.of(suite, fenced);
        return best(reasoning.answer(), target)
                .<Extraction>map(found ->
                        new Found(new Submission(target.language(), found.code()), found.rule(), found.continuation()))
                .orElseGet(() -> new NotFound(reason(completion, reasoning)));
    }

    /** The first region with a complete answer, else the first with any. */
    private Optional<Answer> best(String text, Target target) {
        var fallback = Optional.<Answer>empty();
        for (var region : AnswerRegion.of(text)) {
            var answer = new AnswerSearch(target, fence).in(region);
            if (answer.isPresent() && answer.get().complete()) {
                return answer;
            }
            fallback = fallback.or(() -> answer);
        }
        return fallback;
    }

    private static String reason(String completion, Reasoning reasoning) {
        if (completion.isBlank()) {
            return "the completion is empty";
        }
        if (reasoning.unfinished()) {
            return "the reasoning was never finished, and code in it is no answer";
        }
        return reasoning.answer().isBlank() ? "nothing follows the reasoning" : "no code found";
    }
}
