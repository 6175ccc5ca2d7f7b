using Kube.Api;
using Kube.Api.Meta.V1;

namespace Kube.Controllers.Runtime;

/// <summary>Who learns what a <see cref="MetadataReflector"/> sees.</summary>
internal interface IMetadataSink
{
    /// <summary>The object exists, as it is now.</summary>
    void Observed(ResourceInfo kind, PartialObjectMetadata value);

    /// <summary>The object is gone.</summary>
    void Gone(string uid);
}
