(throw (IllegalStateException. "the reason"))
