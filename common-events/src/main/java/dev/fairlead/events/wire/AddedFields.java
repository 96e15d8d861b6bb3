package dev.fairlead.events.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JacksonInject;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.order.CanaryStatus;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.events.report.ChangeApplied;

/**
 * Fields that a word got after others could already write it, and what it means that one is not
 * there. Every other field must be there.
 */
final class AddedFields extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    private static final List<Added> ALL = List.of(
            new Added(ShiftTraffic.class, Cookies.class, Cookies.NONE),
            new Added(PrepareTarget.class, Cookies.class, Cookies.NONE),
            new Added(PrepareTarget.class, boolean.class, false),
            new Added(PrepareTarget.class, Blueprint.class, Blueprint.NONE),
            new Added(ChangeApplied.class, Blueprint.class, Blueprint.NONE),
            new Added(CanaryStatus.class, Cookies.class, Cookies.NONE));

    /**
     * A component, told by its type, of which the word has no other.
     *
     * @param absent
     *            what is read where nothing was written
     */
    private record Added(Class<?> word, Class<?> type, Object absent) {

        String id() {
            return word.getSimpleName() + "/" + type.getSimpleName();
        }

        boolean is(AnnotatedMember member) {
            return member instanceof AnnotatedParameter && member.getDeclaringClass() == word
                    && member.getRawType() == type;
        }
    }

    static JsonMapper.Builder in(JsonMapper.Builder builder) {
        InjectableValues.Std absent = new InjectableValues.Std();
        ALL.forEach(added -> absent.addValue(added.id(), added.absent()));
        return builder.annotationIntrospector(new AddedFields()).injectableValues(absent);
    }

    @Override
    public JacksonInject.Value findInjectableValue(MapperConfig<?> config, AnnotatedMember member) {
        return ALL.stream()
                .filter(added -> added.is(member))
                .findFirst()
                .map(added -> JacksonInject.Value.construct(added.id(), true, true))
                .orElseGet(() -> super.findInjectableValue(config, member));
    }
}
