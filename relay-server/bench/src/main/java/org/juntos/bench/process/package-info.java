/// Servers as processes of their own, so that their processor time and memory are their own.
@NullMarked
package org.juntos.bench.process;

import org.jspecify.annotations.NullMarked;
