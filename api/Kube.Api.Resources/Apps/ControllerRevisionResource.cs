using Kube.Api.Apps.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

internal sealed class ControllerRevisionResource : Resource<ControllerRevision>
{
    protected override IReadOnlyList<Column<ControllerRevision>> Columns { get; } =
    [
        NameColumn,
        new("Controller", "string", (r, _) => Controller(r), Description: "The object it is a revision of."),
        new("Revision", "string", (r, _) => r.Revision ?? 0, Description: "Number of the revision."),
        AgeColumn,
    ];

    private static string Controller(ControllerRevision revision)
    {
        if (revision.Metadata?.OwnerReferences?.FirstOrDefault(o => o.Controller == true) is not { } owner)
        {
            return "<none>";
        }

        var kind = owner.Kind?.ToLowerInvariant();
        var slash = owner.ApiVersion?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash < 0 ? $"{kind}/{owner.Name}" : $"{kind}.{owner.ApiVersion![..slash]}/{owner.Name}";
    }

    protected override void Validate(ControllerRevision obj, FieldErrors errors)
    {
        if (obj.Data is null)
        {
            errors.Required(FieldPath.Of("data"), "data is mandatory");
        }

        FieldRules.NonNegative(obj.Revision, FieldPath.Of("revision"), errors);
    }

    protected override void ValidateUpdate(ControllerRevision obj, ControllerRevision old, FieldErrors errors)
    {
        if (!Wire.Same(new ControllerRevision { Data = obj.Data }, new ControllerRevision { Data = old.Data }))
        {
            errors.Immutable(FieldPath.Of("data"), null);
        }
    }
}
