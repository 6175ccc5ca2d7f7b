namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>A rule that a pod breaks.</summary>
/// <param name="Reason">The rule, in a word or two.</param>
/// <param name="Detail">Who breaks it, and what to write instead.</param>
internal sealed record Violation(string Reason, string Detail)
{
    /// <inheritdoc />
    public override string ToString() => Detail.Length == 0 ? Reason : $"{Reason} ({Detail})";
}
