/// What leaves the program: lines of JSON or plain text.
@NullMarked
package org.juntos.cli.output;

import org.jspecify.annotations.NullMarked;
