package org.juntos.wire.bare;

class Thing {}
