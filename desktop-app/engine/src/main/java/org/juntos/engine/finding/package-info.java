/// Understands what people type to find something, and keeps the index of all history.
@NullMarked
package org.juntos.engine.finding;

import org.jspecify.annotations.NullMarked;
