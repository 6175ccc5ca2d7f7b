using Kube.Api.Meta.V1;

namespace Kube.Api;

/// <summary>Any object of the API that carries its own type and metadata. Objects that come out of a cache are read-only: <see cref="ApiJson.Clone{T}"/> first.</summary>
public interface IKubeObject
{
    /// <summary>Group and version, such as <c>apps/v1</c>; the core group is written <c>v1</c>.</summary>
    string? ApiVersion { get; set; }

    /// <summary>The kind's name in CamelCase, such as <c>Deployment</c>.</summary>
    string? Kind { get; set; }

    /// <summary>Name, namespace, labels and the rest of what every object has.</summary>
    ObjectMeta? Metadata { get; set; }
}

/// <summary>A kind that has a collection of its own on the server; <see cref="Info"/> says where.</summary>
public interface IResource<TSelf> : IKubeObject
    where TSelf : class, IResource<TSelf>
{
    /// <summary>Group, version, kind, plural and scope of the kind.</summary>
    static abstract ResourceInfo Info { get; }
}
