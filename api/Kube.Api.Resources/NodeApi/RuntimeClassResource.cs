using Kube.Api.NodeApi.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.NodeApi;

internal sealed class RuntimeClassResource : Resource<RuntimeClass>
{
    public override bool AllowUnconditionalUpdate => false;

    protected override IReadOnlyList<Column<RuntimeClass>> Columns { get; } =
    [
        NameColumn,
        new("Handler", "string", (r, _) => r.Handler, Description: "The name nodes know it by."),
        AgeColumn,
    ];

    protected override void Validate(RuntimeClass obj, FieldErrors errors) => RuntimeClassValidation.Check(obj, errors);

    protected override void ValidateUpdate(RuntimeClass obj, RuntimeClass old, FieldErrors errors)
    {
        if (obj.Handler != old.Handler)
        {
            errors.Immutable(FieldPath.Of("handler"), obj.Handler);
        }
    }
}
