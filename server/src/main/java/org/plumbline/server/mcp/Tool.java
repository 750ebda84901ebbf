package org.plumbline.server.mcp;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Something that an assistant may call. None changes anything, and none reaches beyond this machine.
///
/// @param name as assistants call it
/// @param title for people
/// @param description what it does and how its result must be passed on
/// @param input the JSON Schema of its arguments
/// @param answer from arguments, as JSON has them, to a result
record Tool(
        String name,
        String title,
        String description,
        Map<String, Object> input,
        Function<Map<String, Object>, Result> answer) {

    /// What came of a call.
    ///
    /// @param text what to say of it
    /// @param json the same as a document
    /// @param failed whether the arguments were wrong; the text says how to mend them
    record Result(String text, Map<String, @Nullable Object> json, boolean failed) {

        static Result of(String text, Map<String, @Nullable Object> json) {
            return new Result(text, json, false);
        }
    }
}
