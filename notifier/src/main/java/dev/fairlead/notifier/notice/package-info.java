/** What a notice says and who wants it. Pure: asks nobody, sends nothing. */
@NullMarked
package dev.fairlead.notifier.notice;

import org.jspecify.annotations.NullMarked;
