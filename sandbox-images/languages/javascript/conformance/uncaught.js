throw new Error("the reason");
