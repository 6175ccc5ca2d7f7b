using Kube.Api.Apps.V1;

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
}
