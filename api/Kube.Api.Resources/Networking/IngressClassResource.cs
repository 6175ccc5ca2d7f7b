using Kube.Api.Networking.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Networking;

internal sealed class IngressClassResource : Resource<IngressClass>
{
    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<IngressClass>> Columns { get; } =
    [
        NameColumn,
        new("Controller", "string", (c, _) => c.Spec?.Controller, Description: "The controller of its Ingresses."),
        new("Parameters", "string", (c, _) => Parameters(c.Spec?.Parameters), Description: "An object with settings for the controller."),
        AgeColumn,
    ];

    protected override void Default(IngressClass obj)
    {
        if (obj.Spec?.Parameters is { } parameters)
        {
            parameters.Scope ??= IngressClassValidation.ClusterScope;
        }
    }

    protected override bool WantedStateChanged(IngressClass obj, IngressClass old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void Validate(IngressClass obj, FieldErrors errors) => IngressClassValidation.Check(obj.Spec ?? new IngressClassSpec(), errors);

    protected override void ValidateUpdate(IngressClass obj, IngressClass old, FieldErrors errors)
    {
        if (obj.Spec?.Controller != old.Spec?.Controller)
        {
            errors.Immutable(FieldPath.Of("spec", "controller"), obj.Spec?.Controller ?? "");
        }
    }

    private static string Parameters(IngressClassParametersReference? reference) => reference is null ? "<none>"
        : $"{reference.Kind}{(reference.ApiGroup is null ? "" : "." + reference.ApiGroup)}/{reference.Name}";
}
