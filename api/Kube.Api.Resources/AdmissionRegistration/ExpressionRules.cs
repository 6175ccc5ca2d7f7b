using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>What is asked of expressions and of what they are called; the expressions themselves are not read.</summary>
internal static class ExpressionRules
{
    private const string Missing = "expression is not specified";
    private static readonly string[] s_reserved = ["true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while"];

    public static void Required(string? expression, FieldPath path, FieldErrors errors, string detail = Missing)
    {
        if (string.IsNullOrWhiteSpace(expression))
        {
            errors.Required(path, detail);
        }
    }

    public static void Variables(IReadOnlyList<Variable> variables, FieldPath path, FieldErrors errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < variables.Count; i++)
        {
            var (name, at) = (variables[i].Name, path.Index(i));
            if (string.IsNullOrWhiteSpace(name))
            {
                errors.Required(at.Child("name"), "name is not specified");
            }
            else if (!IsIdentifier(name))
            {
                errors.Invalid(at.Child("name"), name, "name is not a valid CEL identifier");
            }
            else if (!names.Add(name))
            {
                errors.Duplicate(at.Child("name"), name);
            }

            Required(variables[i].Expression, at.Child("expression"), errors);
        }
    }

    private static bool IsIdentifier(string name) => (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !s_reserved.Contains(name);
}
