/// What a front end may watch: live values and read-only views. All of it is committed before it is
/// shown.
@NullMarked
package org.juntos.engine.model;

import org.jspecify.annotations.NullMarked;
