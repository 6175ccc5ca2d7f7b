using Kube.Api.Certificates.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Certificates;

/// <summary>
/// Who asks is who creates it, whatever it says. After that nobody changes the request: conditions Approved and Denied come by <c>approval</c> alone,
/// the certificate by <c>status</c> alone.
/// </summary>
internal sealed class CertificateSigningRequestResource : Resource<CertificateSigningRequest>
{
    private const string Approval = "approval";

    public override Names Names => new(Short: ["csr"]);

    public override IReadOnlyList<Subresource> Subresources =>
        [new(Approval, CertificateSigningRequest.Info.Kind, CertificateSigningRequest.Info.ApiVersion, ["get", "patch", "update"]), StatusSubresource];

    public override IReadOnlyList<SelectableField> SelectableFields { get; } = [new("spec.signerName")];

    protected override IReadOnlyList<Column<CertificateSigningRequest>> Columns { get; } =
    [
        NameColumn,
        AgeColumn,
        new("SignerName", "string", (c, _) => string.IsNullOrEmpty(c.Spec?.SignerName) ? "<none>" : c.Spec.SignerName, Description: "Who is asked to sign."),
        new("Requestor", "string", (c, _) => c.Spec?.Username, Description: "Who asks."),
        new("RequestedDuration", "string", (c, _) => c.Spec?.ExpirationSeconds is { } seconds ? Ages.Human(TimeSpan.FromSeconds(seconds)) : "<none>", Description: "How long the certificate shall be valid."),
        new("Condition", "string", (c, _) => Condition(c.Status), Description: "How far the request is."),
    ];

    /// <inheritdoc />
    public override void PrepareForPartUpdate(string part, IKubeObject obj, IKubeObject old)
    {
        var (request, before) = ((CertificateSigningRequest)obj, (CertificateSigningRequest)old);
        request.Spec = before.Spec;
        request.Status = new CertificateSigningRequestStatus { Conditions = request.Status?.Conditions, Certificate = before.Status?.Certificate };
    }

    /// <inheritdoc />
    public override void ValidatePartUpdate(string part, IKubeObject obj, IKubeObject old, FieldErrors errors)
    {
        ValidateUpdate(obj, old, errors);
        ConditionValidation.CheckUpdate((CertificateSigningRequest)obj, (CertificateSigningRequest)old, mayDecide: true, errors);
    }

    /// <inheritdoc />
    public override void Stamp(IKubeObject obj, IKubeObject? old, Writer writer)
    {
        var request = (CertificateSigningRequest)obj;
        if (old is null)
        {
            var spec = request.Spec ??= new CertificateSigningRequestSpec();
            spec.Username = writer.Name;
            spec.Uid = writer.Uid;
            spec.Groups = [.. writer.Groups];
            spec.Extra = writer.Extra.Count == 0 ? null : writer.Extra.ToDictionary(e => e.Key, e => e.Value.ToList());
            return;
        }

        var before = ((CertificateSigningRequest)old).Status?.Conditions ?? [];
        foreach (var condition in request.Status?.Conditions ?? [])
        {
            condition.LastUpdateTime ??= writer.Now;
            condition.LastTransitionTime ??= before.Find(c => c.Type == condition.Type && c.Status == condition.Status)?.LastTransitionTime ?? writer.Now;
        }
    }

    protected override void PrepareForCreate(CertificateSigningRequest obj) => obj.Status = new CertificateSigningRequestStatus();

    protected override void PrepareForUpdate(CertificateSigningRequest obj, CertificateSigningRequest old) => (obj.Spec, obj.Status) = (old.Spec, old.Status);

    protected override void PrepareForStatusUpdate(CertificateSigningRequest obj, CertificateSigningRequest old)
    {
        obj.Spec = old.Spec;
        ConditionValidation.KeepDecision(obj.Status ??= new CertificateSigningRequestStatus(), old.Status);
    }

    protected override void Validate(CertificateSigningRequest obj, FieldErrors errors)
    {
        SigningRequestValidation.Check(obj.Spec ?? new CertificateSigningRequestSpec(), errors);
        ConditionValidation.Check(obj.Status?.Conditions, errors);
        CertificatePem.Check(obj.Status?.Certificate, errors);
    }

    protected override void ValidateStatusUpdate(CertificateSigningRequest obj, CertificateSigningRequest old, FieldErrors errors)
    {
        Validate(obj, errors);
        ConditionValidation.CheckUpdate(obj, old, mayDecide: false, errors);
    }

    private static string Condition(CertificateSigningRequestStatus? status)
    {
        bool Has(string type) => status?.Conditions?.Exists(c => c.Type == type) ?? false;
        var decision = Has(RequestConditionType.Denied) ? RequestConditionType.Denied : Has(RequestConditionType.Approved) ? RequestConditionType.Approved : "Pending";
        return $"{decision}{(Has(RequestConditionType.Failed) ? ",Failed" : "")}{(status?.Certificate is { Length: > 0 } ? ",Issued" : "")}";
    }
}
