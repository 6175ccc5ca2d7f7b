using Kube.Api.ApiRegistration.V1;
using Kube.Api.Meta.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.ApiRegistration;

internal sealed class APIServiceResource : Resource<APIService>
{
    private const int HttpsPort = 443;

    public override Names Names => new(Categories: ["api-extensions"]);

    public override bool AllowUnconditionalUpdate => false;

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override IReadOnlyList<Column<APIService>> Columns { get; } =
    [
        NameColumn,
        new("Service", "string", (a, _) => a.Spec?.Service is { } service ? $"{service.Namespace}/{service.Name}" : "Local", Description: "The Service behind it; Local for what this server serves itself."),
        new("Available", "string", (a, _) => Available(a), Description: "Whether requests can be served."),
        AgeColumn,
    ];

    protected override void Default(APIService obj)
    {
        if (obj.Spec?.Service is { } service)
        {
            service.Port ??= HttpsPort;
        }
    }

    /// <summary>What the server serves itself is available from the start.</summary>
    protected override void PrepareForCreate(APIService obj) => obj.Status = obj.Spec?.Service is not null ? new APIServiceStatus() : new APIServiceStatus
    {
        Conditions = [new()
        {
            Type = APIServiceConditionType.Available,
            Status = ConditionStatus.True,
            LastTransitionTime = obj.Metadata?.CreationTimestamp,
            Reason = "Local",
            Message = "Local APIServices are always available",
        }],
    };

    protected override void PrepareForUpdate(APIService obj, APIService old) => obj.Status = old.Status;

    protected override void PrepareForStatusUpdate(APIService obj, APIService old)
    {
        obj.Spec = old.Spec;
        obj.Metadata!.Labels = old.Metadata?.Labels;
        obj.Metadata.Annotations = old.Metadata?.Annotations;
        obj.Metadata.Finalizers = old.Metadata?.Finalizers;
        obj.Metadata.OwnerReferences = old.Metadata?.OwnerReferences;
    }

    protected override void Validate(APIService obj, FieldErrors errors) => APIServiceValidation.Check(obj, errors);

    /// <summary>A version and a group, so that the core group's name ends in a dot; <see cref="APIServiceValidation"/> compares.</summary>
    protected override string? NameError(string name) => null;

    private static string Available(APIService obj) => obj.Status?.Conditions?.Find(c => c.Type == APIServiceConditionType.Available) switch
    {
        null => "Unknown",
        { Status: ConditionStatus.True } => ConditionStatus.True,
        var condition => $"{condition.Status} ({condition.Reason})",
    };
}
