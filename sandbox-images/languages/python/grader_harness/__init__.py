PRELOAD_CANDIDATE=("math","collections","heapq","itertools","functools","bisect","re","string","typing","random","json","operator","copy","datetime","enum","abc")
PRELOAD_JUDGE=PRELOAD_CANDIDATE+("unittest",)
function_main=candidate_main=judge_main=None
