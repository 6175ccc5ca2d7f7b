namespace Kube.Controllers.CertificateApproval;

/// <summary>A decision about a request.</summary>
/// <param name="Type">Approved or Denied.</param>
/// <param name="Reason">Why, in one word.</param>
/// <param name="Message">Why, for people.</param>
internal sealed record Decision(string Type, string Reason, string Message);
