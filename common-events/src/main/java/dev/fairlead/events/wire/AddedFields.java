package dev.fairlead.events.wire;

import java.lang.reflect.RecordComponent;
import java.util.List;

import com.fasterxml.jackson.annotation.JacksonInject;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.PrimaryScaler;
import dev.fairlead.events.fact.Standing;
import dev.fairlead.events.fact.Standing.Route;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.observation.RouteChanged;
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
            new Added(ShiftTraffic.class, "cookies", Cookies.NONE),
            new Added(PrepareTarget.class, "cookies", Cookies.NONE),
            new Added(PrepareTarget.class, "mirrored", false),
            new Added(PrepareTarget.class, "blueprint", Blueprint.NONE),
            new Added(Definition.class, "primaryScaler", PrimaryScaler.NONE),
            new Added(ChangeApplied.class, "blueprint", Blueprint.NONE),
            new Added(CanaryStatus.class, "cookies", Cookies.NONE),
            new Added(RouteChanged.class, "mirrored", false),
            new Added(TrafficShiftOrdered.class, "mirrored", false),
            new Added(Route.class, "mirrored", false),
            new Added(Standing.class, "cookied", RolloutId.NONE));

    /**
     * A component.
     *
     * @param absent
     *            what is read where nothing was written
     */
    private record Added(Class<?> word, String component, Object absent) {

        String id() {
            return word.getSimpleName() + "/" + component;
        }

        boolean is(AnnotatedMember member) {
            return member instanceof AnnotatedParameter parameter
                    && member.getDeclaringClass() == word && component.equals(name(parameter));
        }

        /** By the place of the component; other constructors have fewer. */
        private String name(AnnotatedParameter parameter) {
            RecordComponent[] components = word.getRecordComponents();
            boolean canonical = parameter.getOwner() instanceof AnnotatedConstructor constructor
                    && constructor.getParameterCount() == components.length;
            return canonical ? components[parameter.getIndex()].getName() : "";
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
