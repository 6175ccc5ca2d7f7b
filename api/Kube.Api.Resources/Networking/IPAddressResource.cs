using Kube.Api.Networking.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Networking;

internal sealed class IPAddressResource : Resource<IPAddress>
{
    public override Names Names => new(Short: ["ip"]);

    protected override IReadOnlyList<Column<IPAddress>> Columns { get; } =
    [
        NameColumn,
        new("ParentRef", "string", (a, _) => Parent(a.Spec?.ParentRef), Description: "The object that has the address."),
        AgeColumn,
    ];

    protected override string? NameError(string name) => !FieldRules.IsIP(name) ? $"ParseAddr(\"{name}\"): unable to parse IP"
        : System.Net.IPAddress.Parse(name).ToString() != name ? "must be a canonical format IP address" : null;

    protected override void Validate(IPAddress obj, FieldErrors errors)
    {
        var path = FieldPath.Of("spec", "parentRef");
        if (obj.Spec?.ParentRef is not { } parent)
        {
            errors.Required(path);
            return;
        }

        FieldRules.Name(parent.Group, ObjectNames.DnsSubdomainError, path.Child("group"), errors);
        FieldRules.Required(parent.Resource, path.Child("resource"), errors);
        FieldRules.Name(parent.Resource, ObjectNames.PathSegmentError, path.Child("resource"), errors);
        FieldRules.Required(parent.Name, path.Child("name"), errors);
        FieldRules.Name(parent.Name, ObjectNames.PathSegmentError, path.Child("name"), errors);
        FieldRules.Name(parent.Namespace, ObjectNames.PathSegmentError, path.Child("namespace"), errors);
    }

    protected override void ValidateUpdate(IPAddress obj, IPAddress old, FieldErrors errors)
    {
        if (!SameOnTheWire(obj.Spec?.ParentRef, old.Spec?.ParentRef))
        {
            errors.Immutable(FieldPath.Of("spec", "parentRef"), FieldRules.Shown(obj.Spec?.ParentRef));
        }
    }

    private static string Parent(ParentReference? parent)
    {
        if (parent is null)
        {
            return "<none>";
        }

        var resource = string.IsNullOrEmpty(parent.Group) ? parent.Resource : $"{parent.Resource}.{parent.Group}";
        return string.IsNullOrEmpty(parent.Namespace) ? $"{resource}/{parent.Name}" : $"{resource}/{parent.Namespace}/{parent.Name}";
    }
}
