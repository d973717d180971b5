const reason: string = "the reason";
throw new Error(reason);
