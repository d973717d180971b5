package dev.rlvr.grader.lambda;

/** What a trainer wants around the list of rewards. The event does not tell: verifiers send the same to all. */
enum ResponseStyle {
    /** Nothing: Bedrock, Nova. */
    LIST,
    /** An HTTP response with the list as a string: trainers built on verl. */
    HTTP
}
