/// What a front end may ask of the engine.
@NullMarked
package org.juntos.engine.intent;

import org.jspecify.annotations.NullMarked;
