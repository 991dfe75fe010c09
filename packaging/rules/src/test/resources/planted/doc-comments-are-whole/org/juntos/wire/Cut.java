package org.juntos.wire;

/// A sentence that was cut
// into two.
class Cut {}
