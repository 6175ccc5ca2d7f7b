using Kube.Api.Resources.ApiExtensions;
using Kube.Api.Resources.AdmissionRegistration;
using Kube.Api.Resources.ApiRegistration;
using Kube.Api.Resources.Apps;
using Kube.Api.Resources.Authentication;
using Kube.Api.Resources.Authorization;
using Kube.Api.Resources.Autoscaling;
using Kube.Api.Resources.Batch;
using Kube.Api.Resources.Certificates;
using Kube.Api.Resources.Coordination;
using Kube.Api.Resources.Core;
using Kube.Api.Resources.Discovery;
using Kube.Api.Resources.FlowControl;
using Kube.Api.Resources.Networking;
using Kube.Api.Resources.Rbac;
using Kube.Api.Resources.NodeApi;
using Kube.Api.Resources.Policy;
using Kube.Api.Resources.Scheduling;
using Kube.Api.Resources.Storage;

namespace Kube.Api.Resources;

/// <summary>Every served resource, in the order discovery lists them. A new kind is one line here; everything the server does is derived from it.</summary>
public static class Catalog
{
    /// <summary>The resources: core first, then group by group.</summary>
    public static IReadOnlyList<Resource> All { get; } =
    [
        new ComponentStatusResource(),
        new BindingResource(),
        new ConfigMapResource(),
        new EndpointsResource(),
        new EventResource(),
        new LimitRangeResource(),
        new NamespaceResource(),
        new NodeResource(),
        new PersistentVolumeClaimResource(),
        new PersistentVolumeResource(),
        new PodResource(),
        new PodTemplateResource(),
        new ReplicationControllerResource(),
        new ResourceQuotaResource(),
        new SecretResource(),
        new ServiceAccountResource(),
        new ServiceResource(),
        new ControllerRevisionResource(),
        new DaemonSetResource(),
        new DeploymentResource(),
        new ReplicaSetResource(),
        new StatefulSetResource(),
        new HorizontalPodAutoscalerResource(),
        new HorizontalPodAutoscalerV1Resource(),
        new CronJobResource(),
        new JobResource(),
        new LeaseResource(),
        new EndpointSliceResource(),
        new PodDisruptionBudgetResource(),
        new Events.EventResource(),
        new RuntimeClassResource(),
        new PriorityClassResource(),
        new CertificateSigningRequestResource(),
        new FlowSchemaResource(),
        new PriorityLevelConfigurationResource(),
        new IngressResource(),
        new IngressClassResource(),
        new NetworkPolicyResource(),
        new IPAddressResource(),
        new ServiceCIDRResource(),
        new RoleResource(),
        new ClusterRoleResource(),
        new RoleBindingResource(),
        new ClusterRoleBindingResource(),
        new MutatingAdmissionPolicyResource(),
        new MutatingAdmissionPolicyBindingResource(),
        new MutatingWebhookConfigurationResource(),
        new ValidatingAdmissionPolicyResource(),
        new ValidatingAdmissionPolicyBindingResource(),
        new ValidatingWebhookConfigurationResource(),
        new APIServiceResource(),
        new TokenReviewResource(),
        new SelfSubjectReviewResource(),
        new SubjectAccessReviewResource(),
        new LocalSubjectAccessReviewResource(),
        new SelfSubjectAccessReviewResource(),
        new SelfSubjectRulesReviewResource(),
        new CSIDriverResource(),
        new CSINodeResource(),
        new CSIStorageCapacityResource(),
        new StorageClassResource(),
        new VolumeAttachmentResource(),
        new VolumeAttributesClassResource(),
        new CustomResourceDefinitionResource(),
    ];

    private static readonly Dictionary<(string Group, string Version, string Plural), Resource> s_byPath =
        All.ToDictionary(r => (r.Info.Group, r.Info.Version, r.Info.Plural));

    private static readonly Dictionary<(string ApiVersion, string Kind), Resource> s_byKind = All.ToDictionary(r => (r.Info.ApiVersion, r.Info.Kind));

    private static readonly Dictionary<Type, Resource> s_byType = All.ToDictionary(r => r.Type);

    /// <summary>The resource served under a path; the core group is the empty string. Null when there is none.</summary>
    public static Resource? Find(string group, string version, string plural) => s_byPath.GetValueOrDefault((group, version, plural));

    /// <summary>The resource of an object's apiVersion and kind; null when it is not served.</summary>
    public static Resource? FindKind(string apiVersion, string kind) => s_byKind.GetValueOrDefault((apiVersion, kind));

    /// <summary>The resource whose objects have this C# type; throws for types that are not served.</summary>
    public static Resource For(Type type) => s_byType[type];

    /// <summary>The resource of <typeparamref name="T"/>.</summary>
    public static Resource For<T>() where T : class, IResource<T> => s_byType[typeof(T)];
}
