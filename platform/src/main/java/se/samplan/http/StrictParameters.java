package se.samplan.http;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads paths and queries in one form; as editors, since Spring tries its own lenient ones where a converter fails. */
@ControllerAdvice
class StrictParameters {

    @InitBinder
    void strict(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Strict(Uuids::parse));
        binder.registerCustomEditor(int.class, new Strict(Numbers::parse));
    }

    private static final class Strict extends PropertyEditorSupport {

        private final Function<String, Object> parse;

        Strict(Function<String, Object> parse) {
            this.parse = parse;
        }

        @Override
        public void setAsText(String written) {
            setValue(parse.apply(written));
        }
    }
}
