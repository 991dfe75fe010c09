/// Seals committed jobs and hands them to the relay until it has them.
@NullMarked
package org.juntos.engine.outbox;

import org.jspecify.annotations.NullMarked;
