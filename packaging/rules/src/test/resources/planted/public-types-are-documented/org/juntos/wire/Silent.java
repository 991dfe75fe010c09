package org.juntos.wire;

// Not a doc comment.
public class Silent {}
