package org.juntos.wire;

class BytesUtil {}
