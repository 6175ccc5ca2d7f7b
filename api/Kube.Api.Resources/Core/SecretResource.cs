using System.Text;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class SecretResource : Resource<Secret>
{
    public override IReadOnlyList<SelectableField> SelectableFields { get; } = [new("type")];

    protected override IReadOnlyList<Column<Secret>> Columns { get; } =
    [
        NameColumn,
        new("Type", "string", (s, _) => s.Type, Description: "What the keys mean."),
        new("Data", "string", (s, _) => s.Data?.Count ?? 0, Description: "Number of keys."),
        AgeColumn,
    ];

    /// <summary>stringData is how people write data; it is never stored.</summary>
    protected override void Default(Secret obj)
    {
        obj.Type = string.IsNullOrEmpty(obj.Type) ? SecretType.Opaque : obj.Type;
        foreach (var (key, text) in obj.StringData ?? [])
        {
            (obj.Data ??= [])[key] = Encoding.UTF8.GetBytes(text);
        }

        obj.StringData = null;
    }

    protected override void Validate(Secret obj, FieldErrors errors) => SecretValidation.Check(obj, errors);

    protected override void ValidateUpdate(Secret obj, Secret old, FieldErrors errors) => SecretValidation.CheckUpdate(obj, old, errors);
}
