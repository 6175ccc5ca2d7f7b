using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

/// <summary>The rules that classes of storage and classes of attributes share: who knows the parameters, and the parameters.</summary>
internal static class ClassValidation
{
    private const int MaximumParameters = 512;
    private const int MaximumSize = 256 * 1024;

    public static void CheckProvisioner(string? provisioner, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(provisioner, path, errors);
        if (!string.IsNullOrEmpty(provisioner))
        {
            FieldRules.QualifiedName(provisioner.ToLowerInvariant(), path, errors);
        }
    }

    public static void CheckParameters(Dictionary<string, string>? parameters, FieldPath path, FieldErrors errors)
    {
        if (parameters is null)
        {
            return;
        }

        if (parameters.Count > MaximumParameters)
        {
            errors.TooLong(path, MaximumParameters);
            return;
        }

        if (parameters.ContainsKey(""))
        {
            errors.Invalid(path, "", "field can not be empty.");
        }

        if (parameters.Sum(p => p.Key.Length + p.Value.Length) > MaximumSize)
        {
            errors.TooLong(path, MaximumSize);
        }
    }

    public static void Unchanged(bool same, string field, FieldErrors errors)
    {
        if (!same)
        {
            errors.Forbidden(FieldPath.Of(field), $"updates to {field} are forbidden.");
        }
    }
}
