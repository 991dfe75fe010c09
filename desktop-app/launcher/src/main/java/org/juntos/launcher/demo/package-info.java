/// The demonstration: a real relay process and two people who talk through it.
@NullMarked
package org.juntos.launcher.demo;

import org.jspecify.annotations.NullMarked;
