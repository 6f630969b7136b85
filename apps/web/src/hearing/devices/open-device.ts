export type Device = 'camera' | 'microphone'
/** `refused`: the person or the browser said no; `absent`: there is none; `broken`: it is there and does not start. */
export type DeviceFault = 'refused' | 'absent' | 'broken'
export type Opened = { ok: true; track: MediaStreamTrack } | { ok: false; fault: DeviceFault }

const wanted = {
  camera: {
    full: { width: { ideal: 640 }, height: { ideal: 360 } },
    small: { width: { ideal: 320 }, height: { ideal: 180 } },
  },
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
}

/** Asks for the camera or the microphone. Where the page may not ask at all (no https, an old browser) that is a refusal as well. */
export async function openDevice(device: Device, size: 'full' | 'small' = 'full'): Promise<Opened> {
  if (!navigator.mediaDevices?.getUserMedia) return { ok: false, fault: 'refused' }
  try {
    const stream = await navigator.mediaDevices.getUserMedia(
      device === 'camera'
        ? { video: { ...wanted.camera[size], frameRate: { ideal: 15, max: 24 } } }
        : { audio: wanted.microphone },
    )
    const [track] = stream.getTracks()
    return track ? { ok: true, track } : { ok: false, fault: 'absent' }
  } catch (error) {
    return { ok: false, fault: faultOf(error instanceof DOMException ? error.name : '') }
  }
}

export function faultOf(name: string): DeviceFault {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'absent'
  return 'broken' // in use by another program, taken out, switched off
}

export const hasWebRtc = (): boolean => typeof RTCPeerConnection !== 'undefined'
