using Kube.Api.FlowControl.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.FlowControl;

internal sealed class FlowSchemaResource : Resource<FlowSchema>
{
    private const string Dangling = "Dangling";
    private const int Precedence = 1000;

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<FlowSchema>> Columns { get; } =
    [
        NameColumn,
        new("PriorityLevel", "string", (f, _) => f.Spec?.PriorityLevelConfiguration?.Name, Description: "Where its requests go."),
        new("MatchingPrecedence", "string", (f, _) => f.Spec?.MatchingPrecedence, Description: "Lower numbers are asked first."),
        new("DistinguisherMethod", "string", (f, _) => f.Spec?.DistinguisherMethod?.Type ?? "<none>", Description: "What tells its flows apart."),
        AgeColumn,
        new("MissingPL", "string", (f, _) => f.Status?.Conditions?.Find(c => c.Type == Dangling)?.Status ?? "?", Description: "True when its priority level does not exist."),
    ];

    protected override void Default(FlowSchema obj)
    {
        var spec = obj.Spec ??= new FlowSchemaSpec();
        spec.MatchingPrecedence = spec.MatchingPrecedence is null or 0 ? Precedence : spec.MatchingPrecedence;
    }

    protected override void PrepareForCreate(FlowSchema obj) => obj.Status = new FlowSchemaStatus();

    protected override void PrepareForUpdate(FlowSchema obj, FlowSchema old) => obj.Status = old.Status;

    protected override bool WantedStateChanged(FlowSchema obj, FlowSchema old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(FlowSchema obj, FlowSchema old) => obj.Spec = old.Spec;

    protected override void Validate(FlowSchema obj, FieldErrors errors)
    {
        var (spec, path) = (obj.Spec ?? new FlowSchemaSpec(), FieldPath.Of("spec"));
        FlowSchemaValidation.Check(obj.Metadata?.Name, spec, errors);
        if (FlowControlDefaults.FlowSchemas.FirstOrDefault(f => f.Metadata!.Name == obj.Metadata?.Name) is { } mandatory && !SameOnTheWire(spec, mandatory.Spec))
        {
            errors.Invalid(path, FieldRules.Shown(spec), $"spec of '{mandatory.Metadata!.Name}' must equal the fixed value");
        }
    }
}
