using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Images;

/// <summary>An image is there, or the container waits for this reason.</summary>
internal readonly record struct ImageAnswer(ImageInfo? Image, Hold? Hold, bool Pulled = false);

/// <summary>
/// Brings images to the node. Asking never blocks on a registry: a pull runs in the background, once for all who want the same image,
/// and <see cref="Changed"/> tells when to ask again. Failed pulls are held back as Kubernetes does: ErrImagePull, then ImagePullBackOff.
/// </summary>
internal sealed partial class ImageStore(IContainerRuntime runtime, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Pull> _pulls = [];

    /// <summary>A pull has ended.</summary>
    public event Action<string>? Changed;

    /// <summary>Whether a container's image is there; starts to pull it when its policy says so.</summary>
    public async Task<ImageAnswer> AskAsync(Pod pod, Container container, Func<Task<RegistryCredentials?>> credentials, Action pulling, CancellationToken ct)
    {
        var image = container.Image ?? "";
        if (!ImageName().IsMatch(image))
        {
            return new ImageAnswer(null, new Hold("InvalidImageName", $"Failed to apply default image tag \"{image}\": couldn't parse image name", Later()));
        }

        var policy = container.ImagePullPolicy ?? PullPolicy.IfNotPresent;
        var key = $"{pod.Uid()}/{container.Name}/{image}";
        var pull = _pulls.GetValueOrDefault(key);
        var local = await runtime.FindImageAsync(image, ct);
        if (local is not null && (policy != PullPolicy.Always || pull is { Succeeded: true }))
        {
            _pulls.TryRemove(key, out _);
            return new ImageAnswer(local, null, pull is { Succeeded: true });
        }

        if (policy == PullPolicy.Never)
        {
            return new ImageAnswer(null, new Hold("ErrImageNeverPull", $"Container image \"{image}\" is not present with pull policy of Never", Later()));
        }

        if (pull is null || (pull.Ended && pull.RetryAt(Now) is null))
        {
            pulling();
            pull = _pulls.AddOrUpdate(key, _ => new Pull(null), (_, old) => new Pull(old.BackOff));
            _ = PullAsync(image, pull, await credentials());
        }

        return new ImageAnswer(null, pull.Hold(image, Now));
    }

    /// <summary>Forgets the pulls of a pod that is gone.</summary>
    public void Forget(string podUid)
    {
        foreach (var key in _pulls.Keys.Where(k => k.StartsWith(podUid + "/", StringComparison.Ordinal)))
        {
            _pulls.TryRemove(key, out _);
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private DateTime Later() => Now + BackOff.Initial;

    private async Task PullAsync(string image, Pull pull, RegistryCredentials? credentials)
    {
        try
        {
            await runtime.PullImageAsync(image, credentials, CancellationToken.None);
            pull.Succeed();
        }
        catch (RuntimeException e)
        {
            pull.Fail(e.Message, Now);
        }

        Changed?.Invoke(image);
    }

    // Repository of lower-case path components, with an optional host, tag and digest.
    [GeneratedRegex(@"^(?:[A-Za-z0-9.-]+(?::[0-9]+)?/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$")]
    private static partial Regex ImageName();

    private sealed class Pull(BackOffEntry? backOff)
    {
        private readonly Lock _lock = new();
        private string? _error;
        private DateTime _failedAt;
        private bool _reported;

        public BackOffEntry? BackOff { get; private set; } = backOff;

        public bool Succeeded { get; private set; }

        public bool Ended => Succeeded || _error is not null;

        public void Succeed() => Succeeded = true;

        public void Fail(string error, DateTime now)
        {
            lock (_lock)
            {
                BackOff = Pods.BackOff.Next(BackOff, now, now);
                _failedAt = now;
                _error = error;
            }
        }

        public DateTime? RetryAt(DateTime now) => Pods.BackOff.HeldUntil(BackOff, _failedAt, now);

        public Hold Hold(string image, DateTime now)
        {
            lock (_lock)
            {
                if (_error is null)
                {
                    return new Hold("ContainerCreating", "", DateTime.MaxValue);
                }

                // The failure itself is shown once, then that it is being waited for.
                if (!_reported)
                {
                    _reported = true;
                    return new Hold("ErrImagePull", _error, now.AddSeconds(1));
                }

                return new Hold("ImagePullBackOff", $"Back-off pulling image \"{image}\": ErrImagePull: {_error}", RetryAt(now) ?? now);
            }
        }
    }
}
